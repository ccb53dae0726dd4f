import type { Thread } from './thread.ts';

/** How the office welcomes families. */
export const welcome: Thread = {
  theme: 'Working with families',
  evidence: ['other', 'data analysis'],
  strength: [
    '{name} looks up and smiles before the visitor has reached the hatch.',
    'Families say that they get an answer the first time they ask.',
    '{name} stays calm and courteous with people who are neither.',
    'The signing-in board is quick, and visitors know where to wait.',
    'Messages reach the classroom before {break|the register closes}, and in {name}’s clear handwriting.',
    '{name} has learnt greetings in {three|four} of the languages that our families speak.',
  ],
  target: [
    'Every family to feel expected, also at {ten to nine|ten past nine} with the phone ringing.',
    'Late pupils to be welcomed in and in class within {three|four} minutes.',
    'Fewer calls about things that a letter could have said clearly.',
    'New families to have one person whom they know by name from the first day.',
  ],
  reality: [
    'Between half past eight and {nine|quarter past nine} one person answers the phone, the door and the hatch.',
    'Letters are long, and the date is in the third paragraph.',
    'Late pupils queue behind deliveries.',
    'Some families wait outside because they are not sure which door is theirs.',
    'We counted: {fourteen|seventeen|twenty-two} calls in a week asked what time something began.',
  ],
  ideas: [
    'A second person at the hatch for twenty minutes, in exchange for a later start.',
    'Letters with when, where and what to bring in the first three lines.',
    'A hatch of their own for late pupils, with a friendly word and a slip.',
    '{name} tried a message the evening before trips, and the calls stopped.',
    'Ask {six|eight} families what their first week was like.',
  ],
  decision: [
    '{name} will rewrite the {three|four} letters that cause most calls by {Friday|the end of the month}.',
    'The phone goes to the message between quarter to nine and nine; {name} calls back within the hour.',
    'Late slips ready on the counter, and a colleague walks the youngest to class.',
    'A welcome card with {name}’s name on it for each new family, from {Monday|this week}.',
    'Keep a tally of calls by reason for {a week|two weeks} and bring it.',
    'I will sit at the hatch for {half an hour|twenty minutes} on {Monday|Thursday} to see it for myself.',
  ],
  evaluation: [
    'The tally shows half the calls about times and dates.',
    'Late pupils are in class within four minutes, on the slips of one week.',
    'Families who joined this term can name somebody in the office.',
    'Nobody waits at the hatch without having been spoken to.',
  ],
  outcome: [
    'Pupils who arrive late come into class calmly and miss no more than a few minutes.',
    'Pupils have what they need on the day, because their families knew about it.',
    'New pupils see an adult they know when they come through the door.',
    'Teachers are not called to the phone, so pupils have them for the whole lesson.',
  ],
  startingPoint: [
    'Slips for one week: {9|11|12} minutes on average from the door to the classroom.',
    'Pupils without kit or a permission slip on the last trip: {seven|nine|eleven}.',
    '{Seventeen|Twenty-two|Nineteen} calls in a week about times and dates.',
  ],
};

/** Conversations with parents and carers. */
export const families: Thread = {
  theme: 'Working with families',
  evidence: ['other', 'quality of provision review'],
  strength: [
    '{name} is out on the playground at the end of the day, and families come up for a word.',
    'Good news goes home as often as the other kind.',
    '{name} listens for a long time before saying anything.',
    'The reading morning filled the room: {nineteen|twenty-three} adults came, some of them for the first time.',
    'Notes of conversations are short, fair and kept where the next person will look for them.',
    'Families feel that {name} likes their child, because it is so.',
  ],
  target: [
    'Conversations that end with one thing that home and school will both do.',
    'To hear from the families whom we see least.',
    'Families to know how {reading|maths|times tables} is taught here, so that they can help.',
    'To bring up something difficult early and kindly, and not at parents’ evening.',
  ],
  reality: [
    'Ten minutes at parents’ evening go on what is already in the report.',
    'The {six|eight} families we most want to see have not been in this year.',
    'Messages sent in the evening are answered in the evening, and there is no end to it.',
    'Families were taught differently and undo in good faith what we do.',
    'A hard conversation was put off {twice|for a fortnight}, and was harder for it.',
  ],
  ideas: [
    'Begin by asking what the child says about school at home.',
    'A phone call with something good in the first {fortnight|month}, to every family.',
    'Short films of two minutes: how we do {column addition|echo reading|fractions}.',
    '{name} has tried open mornings; half past eight suits people and half past two does not.',
    'Practise the first two sentences of the difficult conversation aloud.',
  ],
  decision: [
    '{name} will ring {three|four} families a week with something their child did well.',
    'One agreed action at the end of each meeting, written down for both sides.',
    'Reading morning on {the first Friday of next month|Wednesday fortnight}, invitations made by pupils.',
    'Messages answered between eight and five; {name} tells families so {this week|on Monday}.',
    'We rehearse the meeting on {Tuesday|Thursday}, with me as the parent.',
    '{name} will send the first two-minute film by {Friday|the end of next week}.',
  ],
  evaluation: [
    'Of the families whom we see least, {four|five} have been in or have been spoken to.',
    'Each meeting’s agreed action has happened, on both sides.',
    'Pupils say that somebody at home knows what they are learning.',
    'More pupils are heard reading at home, by the reading records.',
  ],
  outcome: [
    'Pupils hear the same message from home and school and know that both are on their side.',
    'Pupils who read little at home read with somebody at least three times a week.',
    'Pupils’ homework shows our methods, and not two methods mixed.',
    'Pupils settle sooner after a hard week, because home and school spoke in time.',
  ],
  startingPoint: [
    '{Eight|Nine|Eleven} families have not been into school this year.',
    'Reading records: {13|15|16} of 28 pupils heard at home at least three times a week.',
    '{Two|Three} agreed actions from last term’s meetings were followed up.',
  ],
};

/** A site that is ready for pupils. */
export const site: Thread = {
  theme: '',
  evidence: ['learning walk', 'other'],
  strength: [
    'The gates, the paths and the hall are ready at {half past seven|quarter to eight}, whatever the weather.',
    '{name} fixes small things before anyone has asked.',
    'Pupils greet {name} by name, and {name} greets them back.',
    'The job book works: staff write it down, and it gets done.',
    'The garden beds, made with {two classes|the gardening club}, are looked after and much visited.',
    '{name} explains to pupils why something is closed off, and so they respect it.',
  ],
  target: [
    'Classrooms that are ready before the teacher is: heating, blinds, screens.',
    'Jobs that affect lessons to be done first.',
    'Pupils to take a share in looking after the place.',
    'Less time spent putting the hall out and away, so that PE can have its whole hour.',
  ],
  reality: [
    'The hall is turned round {three|four} times a day, and PE loses ten minutes each time.',
    'Everything in the job book is marked urgent.',
    'Lost property fills a cupboard by {the third week|half-term}.',
    'Requests come in the corridor as well as in the book, and the corridor ones are forgotten.',
    'The trim trail is closed when it is wet, which is when nobody has told the teachers.',
  ],
  ideas: [
    'Three colours in the job book: stops a lesson, makes it harder, can wait.',
    'Year 6 monitors to help with benches and mats, trained properly first.',
    '{name} suggested a whiteboard by the staff-room kettle: what is open, what is closed.',
    'Swap two PE slots so that the hall stays as it is between them.',
    'A tidy ten on Fridays, every class its own corner of the grounds.',
  ],
  decision: [
    'Colours in the job book from {Monday|next week}; {name} reports on Fridays what is left.',
    '{name} will show eight monitors how to move the benches safely on {Wednesday|Tuesday}.',
    'The board by the kettle goes up {this week|by Friday}.',
    'I will bring the PE timetable to {the next leaders’ meeting|Tuesday’s meeting} with the two swaps.',
    'Try the tidy ten with {Year 4|Year 5} for {three|four} weeks.',
    '{name} will note for a fortnight how long the hall takes to turn round.',
  ],
  evaluation: [
    'Nothing marked red is older than {a day|two days}.',
    'PE begins within three minutes of the class coming in.',
    'The grounds look cared for on a Friday afternoon, and pupils say it was them.',
    'Teachers have stopped asking in the corridor.',
  ],
  outcome: [
    'Pupils have the whole hour of PE and more of it moving.',
    'Pupils look after the grounds and put right what they find.',
    'Pupils’ lessons are not held up by a cold room or a dead screen.',
    'Pupils can use the trim trail and the garden on more days of the week.',
  ],
  startingPoint: [
    'PE begins {nine|eleven|twelve} minutes after the hour on average.',
    '{Fourteen|Sixteen|Eighteen} jobs open, the oldest {five|six} weeks old.',
    'Trim trail closed on {seven|eight} days last month.',
  ],
};
