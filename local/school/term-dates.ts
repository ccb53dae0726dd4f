import type { Day } from '../../src/domain/days.ts';
import type { Period } from '../../src/domain/staff.ts';

const period =
  (kind: Period['kind']) =>
  (name: string, first: Day, last: Day = ''): Period => ({ name, kind, first, last });

const halfTerm = period('Half-term');
const closure = period('Closure');
const inset = period('INSET day');
const bankHoliday = period('Bank holiday');

/** Two school years: half-terms with the INSET days that stand in them, holidays, and bank holidays of England. */
export const periods: readonly Period[] = [
  halfTerm('Autumn 1', '2025-09-01', '2025-10-24'),
  inset('Welcome back', '2025-09-01'),
  inset('Safeguarding and SEND', '2025-09-02'),
  closure('October half-term', '2025-10-27', '2025-10-31'),
  halfTerm('Autumn 2', '2025-11-03', '2025-12-19'),
  closure('Christmas holiday', '2025-12-22', '2026-01-02'),
  halfTerm('Spring 1', '2026-01-05', '2026-02-13'),
  inset('Curriculum review', '2026-01-05'),
  closure('February half-term', '2026-02-16', '2026-02-20'),
  halfTerm('Spring 2', '2026-02-23', '2026-03-27'),
  closure('Easter holiday', '2026-03-30', '2026-04-10'),
  bankHoliday('Good Friday', '2026-04-03'),
  bankHoliday('Easter Monday', '2026-04-06'),
  halfTerm('Summer 1', '2026-04-13', '2026-05-22'),
  inset('Writing moderation', '2026-04-13'),
  bankHoliday('Early May bank holiday', '2026-05-04'),
  closure('May half-term', '2026-05-25', '2026-05-29'),
  halfTerm('Summer 2', '2026-06-01', '2026-07-20'),
  inset('Handover between classes', '2026-07-20'),
  closure('Summer holiday', '2026-07-21', '2026-08-31'),
  halfTerm('Autumn 1', '2026-09-01', '2026-10-23'),
  inset('Welcome back', '2026-09-01'),
  inset('Safeguarding and SEND', '2026-09-02'),
  closure('October half-term', '2026-10-26', '2026-10-30'),
  halfTerm('Autumn 2', '2026-11-02', '2026-12-18'),
  closure('Christmas holiday', '2026-12-21', '2027-01-01'),
  halfTerm('Spring 1', '2027-01-04', '2027-02-12'),
  inset('Curriculum review', '2027-01-04'),
  closure('February half-term', '2027-02-15', '2027-02-19'),
  halfTerm('Spring 2', '2027-02-22', '2027-03-25'),
  closure('Easter holiday', '2027-03-26', '2027-04-09'),
  bankHoliday('Good Friday', '2027-03-26'),
  bankHoliday('Easter Monday', '2027-03-29'),
  halfTerm('Summer 1', '2027-04-12', '2027-05-28'),
  inset('Writing moderation', '2027-04-12'),
  bankHoliday('Early May bank holiday', '2027-05-03'),
  closure('May half-term', '2027-05-31', '2027-06-04'),
  halfTerm('Summer 2', '2027-06-07', '2027-07-21'),
  inset('Handover between classes', '2027-07-21'),
  closure('Summer holiday', '2027-07-22', '2027-08-31'),
];
