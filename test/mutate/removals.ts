/** One text of a source file that is taken out or replaced, and stands there exactly once. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What keeps something from being lost, doubled or let in, and how the source would be without it. */
export interface Removal {
  readonly what: string;
  readonly edits: readonly Edit[];
}

const edit = (file: string, from: string, to = ''): Edit => ({ file: `src/${file}`, from, to });

/** Each is put back before the next: what must not be missed is one guard, not all of them. */
export const removals: readonly Removal[] = [
  {
    what: 'the lock: nobody waits for anybody',
    edits: [edit('rpc.ts', '!lock.tryLock(lockWait)', 'lock.hasLock()')],
  },
  {
    what: 'the lock is never given back before a dialog',
    edits: [edit('rpc.ts', 'if (!isOver) lock.releaseLock();')],
  },
  {
    what: 'the flush: writes are not sent before they are looked at',
    edits: [edit('workbook/writing.ts', 'SpreadsheetApp.flush();\n    return undefined;', 'return undefined;')],
  },
  {
    what: 'the id check: a repeated save is not recognised',
    edits: [
      edit(
        'api/sessions.ts',
        'const answer = there\n    ? savedAlready(context, reference, coach, there, draft)\n    : added',
        'const answer = added',
      ),
    ],
  },
  {
    what: 'the id check: a repeated correction is not recognised',
    edits: [edit('api/sessions.ts', 'id.endsWith(editId)', 'id === editId')],
  },
  {
    what: "the event's own id: Calendar makes one up",
    edits: [edit('google/calendar.ts', 'id: followUp.eventId,')],
  },
  {
    what: 'the read-back of a new row: it is acknowledged unseen',
    edits: [edit('workbook/writing.ts', 'at < 2 || !isSet(tab.table, row, tab.rowAt(at))', 'at < 2')],
  },
  {
    what: 'the read-back of a changed cell: it is taken to be in its row',
    edits: [edit('workbook/writing.ts', 'holds(each, now, room?.last === end?.last)', 'each.at > 0')],
  },
  {
    what: 'the giving back of what was hit by mistake',
    edits: [edit('workbook/healing.ts', '      ...givenBack,\n')],
  },
  {
    what: 'the text guard: what was typed goes in as it is',
    edits: [
      edit(
        'workbook/cells.ts',
        "return text === '' ? '' :",
        "if (text !== '') return text;\n  return text === '' ? '' :",
      ),
    ],
  },
  {
    what: 'the domain check of coach and coachee',
    edits: [edit('domain/follow-ups.ts', '!isAllowed(member.email, reference.settings)', 'false')],
  },
  {
    what: 'the domain check of the assistant head',
    edits: [edit('domain/follow-ups.ts', 'else if (isAllowed(head.email, reference.settings))', 'else if (head)')],
  },
  {
    what: 'the domain check takes domains below an allowed one too',
    edits: [
      edit(
        'domain/reference.ts',
        "allowedDomains(settings).includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase())",
        'allowedDomains(settings).some((domain) => email.toLowerCase().endsWith(domain))',
      ),
    ],
  },
  {
    what: 'the check that a guest still works here',
    edits: [
      edit(
        'domain/follow-ups.ts',
        'const member = memberOf(reference, email);\n  if (!member?.active) {',
        'const member = memberOf(reference, email);\n  if (!member) {',
      ),
    ],
  },
  {
    what: 'who may read a session: everybody on the Staff tab',
    edits: [
      edit(
        'domain/access.ts',
        "assistantHeadOf(reference, session.team)?.email === me.email ? 'activity' : 'nothing'",
        "assistantHeadOf(reference, session.team)?.email === me.email ? 'activity' : 'all'",
      ),
    ],
  },
  {
    what: 'who may correct a session: whoever may see it',
    edits: [edit('domain/access.ts', 'me.email !== session.coach) {', "session.coach === '') {")],
  },
  {
    what: "who may send an invitation: anybody, into one's own calendar",
    edits: [edit('api/follow-ups.ts', '({ row }) => row.savedBy !== user', "({ row }) => row.savedBy === ''")],
  },
  {
    what: "the look whether somebody else's newer change is there",
    edits: [edit('domain/corrections.ts', 'if (newer.length === 0) return;', 'if (newer.length >= 0) return;')],
  },
];
