// In one file, as opening a world takes longer than most of these tests; the quickest first, as the first to fail ends
// the run of a mutant.
import '../domain/access.test.ts';
import '../domain/corrections.test.ts';
import '../domain/days.test.ts';
import '../domain/drafts.test.ts';
import '../domain/follow-ups.test.ts';
import '../domain/new-session.test.ts';
import '../domain/parse.test.ts';
import '../domain/reconciling.test.ts';
import '../domain/reference.test.ts';
import '../domain/school-year.test.ts';
import '../domain/sessions.test.ts';
import '../domain/settings.test.ts';
import '../domain/tabs.test.ts';
import '../workbook/appended.test.ts';
import '../workbook/cells.test.ts';
import '../workbook/changed.test.ts';
// Before all that asks for the formulas, which are worked out once.
import '../workbook/formulas.test.ts';
import '../workbook/lookup.test.ts';
import '../api/access.test.ts';
import '../api/drafts.test.ts';
import '../api/follow-ups.test.ts';
import '../api/home.test.ts';
import '../api/reconcile.test.ts';
import '../api/sessions.test.ts';
import '../inviting.test.ts';
import '../correcting.test.ts';
import '../reconciling.test.ts';
import '../saving.test.ts';
import '../costs.test.ts';
import '../calendar-answers.test.ts';
import '../people-at-work.test.ts';
import '../security/forged.test.ts';
import '../security/people.test.ts';
import '../security/words.test.ts';
