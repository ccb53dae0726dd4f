import { type SettingRow, settingRows, settings } from '../../src/domain/settings.ts';
import { domain, schoolName } from './staff.ts';

const chosen: Readonly<Record<string, string>> = {
  [settings.schoolName.name]: schoolName,
  [settings.domains.name]: domain,
  [settings.safeguardingLead.name]: 'Hesper Dock',
  [settings.policyReview.name]: '2027-10-01',
  [settings.purpose.name]:
    'Our plan for this year: every pupil speaks in every lesson, and writes at greater length. Coaching is where staff work on both, each in an area that they chose.',
  // Staff have not been asked yet, and the page says so.
  [settings.notWorking.name]:
    'Lunchtime staff are hard to release, so they are coached least. Follow-ups in the last week of a half-term are often moved.',
  [settings.notKnown.name]:
    'Whether what moved in books moves in tests as well; and what would have moved without coaching.',
  [settings.askedOfGovernors.name]:
    'Each team gathers evidence from a second source by Easter. We ask governors to keep the hour of cover a week that makes follow-ups possible.',
  [settings.coverCost.name]: '28',
};

/** The Settings tab as the school has filled it in. */
export const schoolSettings: readonly SettingRow[] = settingRows.map((row) => ({
  ...row,
  value: chosen[row.name] ?? row.value,
}));
