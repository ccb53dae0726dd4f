import { type SettingRow, settingRows, settings } from '../../src/domain/settings.ts';
import { domain, schoolName } from './staff.ts';

const chosen: Readonly<Record<string, string>> = {
  [settings.schoolName.name]: schoolName,
  [settings.domains.name]: domain,
  [settings.safeguardingLead.name]: 'Hesper Dock',
  [settings.policyReview.name]: '2027-10-01',
};

/** The Settings tab as the school has filled it in. */
export const schoolSettings: readonly SettingRow[] = settingRows.map((row) => ({
  ...row,
  value: chosen[row.name] ?? row.value,
}));
