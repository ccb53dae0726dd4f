// What only o-spreadsheet works out, which takes its time.
import '../workbook/migrations.test.ts';
import '../workbook/saving.test.ts';
import '../workbook/impact.test.ts';
import '../workbook/looks.test.ts';
import '../workbook/setup.test.ts';
import '../workbook/repairs.test.ts';
