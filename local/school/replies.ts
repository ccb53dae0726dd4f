import type { Day } from '../../src/domain/days.ts';
import { emailOf } from './staff.ts';

type Reply = { readonly answer: 'accepted' | 'tentative' | 'declined'; readonly note: string };

const yes: Reply = { answer: 'accepted', note: '' };
const maybe: Reply = { answer: 'tentative', note: '' };
const no = (note: string): Reply => ({ answer: 'declined', note });

/** What people have answered to follow-ups that are still to come, by address; the others have not answered yet. */
export const replies: Readonly<Record<string, Reply>> = Object.fromEntries(
  Object.entries({
    'Marnie Sedge': yes,
    'Nell Yarrow': no('Out with the class that afternoon. Tuesday?'),
    'Orla Thimble': maybe,
    'Ada Quill': yes,
    'Ines Catkin': yes,
    'Winifred Inkwell': yes,
    'Bram Tansy': yes,
    'Elowen Flint': yes,
    'Rufus Anvil': maybe,
    'Hamish Tallow': yes,
    'Thea Bellows': no('First aid course all day.'),
    'Beattie Mallow': yes,
    'Juno Sallow': yes,
    'Cleo Medlar': yes,
    'Pru Ledger': yes,
    'Amos Gantry': yes,
  }).map(([name, reply]) => [emailOf(name), reply]),
);

/** What one coach has seen in the mirror this term: a sign for each of the fourteen qualities, `-` for no answer. */
export const looks: readonly { readonly day: Day; readonly signs: string }[] = [
  { day: '2026-09-16', signs: '11010221-11012' },
  { day: '2026-09-30', signs: '1210022101-112' },
  { day: '2026-10-13', signs: '21110221-11022' },
  { day: '2026-11-05', signs: '2211122111-122' },
  { day: '2026-11-11', signs: '22120221112122' },
  { day: '2026-11-17', signs: '22212222112222' },
];
