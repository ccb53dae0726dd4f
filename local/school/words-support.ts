import type { Thread } from './thread.ts';

/** How a teaching assistant helps pupils to manage without help. */
export const assisting: Thread = {
  theme: 'Inclusion and SEND',
  evidence: ['drop in', 'learning walk', 'book sample'],
  strength: [
    '{name} knows when to step back, and pupils are proud of what they did alone.',
    'The group trusts {name}; they will try something hard because it is {name} who asks.',
    'Notes to the teacher after each session are short and useful: who got it, who did not, what next.',
    '{name} asks “what could you try first?” before helping.',
    'Resources are ready before the lesson, so no minute of it is spent looking for scissors.',
    '{name} has read the plan beforehand and knows what the pupils are meant to learn, and not only what they are to do.',
  ],
  target: [
    'Pupils to do the thinking themselves: help that comes later and leaves sooner.',
    'Time with the teacher for the pupils who spend most of the day with {name}.',
    'Every group session to end with something that pupils can do alone.',
    'To use the five minutes before the lesson for key words instead of catching up afterwards.',
  ],
  reality: [
    'The same {two|three} pupils have an adult beside them all morning and stop when that adult moves.',
    'The teacher and {name} have {no|hardly any} time to talk before lessons.',
    'Finishing the sheet has become the aim.',
    '{name} is called away to {first aid|the phone|cover} about twice a week and the group stops.',
    'During the teacher’s input {name} sits and listens, which is twenty minutes that could be used.',
  ],
  ideas: [
    'The ladder of help: wait, prompt, clue, model, and only then do it together.',
    'Swapping for one lesson: the teacher takes the group and {name} has the class on task.',
    'A sticky note of key words and one question, left on the desk the afternoon before.',
    '{name} has tried sitting at the next table; the group managed longer than expected.',
    'During input, scribing the key words on a small board for those who lose the thread.',
  ],
  decision: [
    'Count to ten before helping, in maths, for {a week|two weeks}.',
    '{name} and the teacher meet for five minutes at {twenty-five past eight|ten to nine} on {Mondays and Thursdays|three days a week}.',
    'One lesson a week in which the teacher takes the group, beginning on {Tuesday|Wednesday}.',
    'Key words taught to the group before the lesson, three at most.',
    '{name} will note for two weeks what the pupils did without help.',
    'I will watch ten minutes on {Thursday|Friday}, looking at the pupils only, and we talk afterwards.',
  ],
  evaluation: [
    'The two pupils begin a task without looking round for an adult.',
    '{name} can stand up and go to another table, and the work goes on.',
    'In the books there is less of an adult’s handwriting.',
    'Pupils say “I’ll try it first”.',
  ],
  outcome: [
    'Pupils who rely on an adult begin and finish a task by themselves at least once a day.',
    'Pupils in the group use the lesson’s key words with the rest of the class.',
    'Pupils with additional needs are taught by the teacher as often as anyone else.',
    'Pupils know three things to try before they ask for help.',
  ],
  startingPoint: [
    'In a {twenty|thirty}-minute drop in the two pupils were prompted {eighteen|fourteen|twenty-one} times.',
    '{One|Two} of six pupils began the task without an adult.',
    'About half the writing in the group’s books is scribed.',
  ],
};

/** The same lesson for everyone. */
export const scaffolds: Thread = {
  theme: 'Inclusion and SEND',
  evidence: ['book sample', 'drop in', 'quality of provision review'],
  strength: [
    '{name} has moved away from three different worksheets, and it shows in what pupils expect of themselves.',
    'Instructions are given one at a time, with a picture for each.',
    'Coloured overlays, pencil grips and wobble cushions are simply there for whoever wants them.',
    '{name} knows each pupil’s plan and can say what has changed since the last review.',
    'Pupils with additional needs put their hands up as much as anyone in {class}.',
    'The visual timetable is up to date, and pupils check it for themselves.',
  ],
  target: [
    'All pupils to learn the same thing, with different help to get there.',
    'Scaffolds that are taken away again.',
    'Targets on plans that say what a pupil will be able to do, in words the pupil understands.',
    'Pupils to choose the help they need, and not to have it handed to them.',
  ],
  reality: [
    'The word bank from {September|the first week|the last unit} is still on the table though nobody needs it.',
    'Some pupils do a different task at the back and miss the discussion.',
    'Plans are reviewed when they are due, and in between they live in a folder.',
    'Long explanations lose {four|five} pupils in the first minute.',
    'Help is planned for reading and writing and forgotten in {music|PE|science}.',
  ],
  ideas: [
    'Same text, three ways in: pre-read, listen, or read with a partner.',
    'A help table that anyone may visit and leave.',
    'Worked examples with one step missing, then two, then three.',
    '{name} tried now-and-next boards with one pupil; two others asked for them.',
    'Ask the pupils what helps. We guessed, and would rather know.',
  ],
  decision: [
    'Take one scaffold away for two pupils each week and see who misses it.',
    'From {Monday|next week} everybody begins with the same question; help comes at the table.',
    '{name} will talk to {four|five} pupils about what helps and what gets in the way, by {Friday|our next meeting}.',
    'Rewrite the targets of {three|four} plans with the pupils, in one sentence each.',
    'Explanations in three steps with a picture each, {for two weeks|in every maths lesson}.',
    'I will make the first set of worked examples; {name} makes the second.',
  ],
  evaluation: [
    'Looking along a table you cannot tell from the task who has a plan.',
    'Pupils can tell a visitor what their target is.',
    'Two scaffolds fewer by half-term, and the work no thinner.',
    'Pupils fetch what they need and put it back.',
  ],
  outcome: [
    'Pupils with SEND in {class} meet the same lesson aim as their classmates, with less adult help than now.',
    'Pupils know their own targets and can show a piece of work where they met one.',
    'Pupils pick the help that suits the task and do without it when they can.',
    'Pupils who used to work at the back take part in the discussion and add to it.',
  ],
  startingPoint: [
    '{Three|Four} of {seven|eight} pupils with plans were on a different task in the last drop in.',
    'None of four pupils asked knew their target.',
    'The same scaffold has been used for {six|seven|eight} weeks.',
  ],
};

/** A good hour in the middle of the day. */
export const play: Thread = {
  theme: 'Behaviour for learning',
  evidence: ['learning walk', 'data analysis', 'other'],
  strength: [
    '{name} knows nearly every pupil by name and is the first person many of them look for.',
    'The zones are working: football has its end and the quiet corner stays quiet.',
    '{name} notices who is walking round the edge and gets them into a game.',
    'Skipping ropes and chalk have been a great success, {not only with the younger ones|even in the wind}.',
    'Quarrels are heard from both sides before anything is decided.',
    'The hand-over to class teachers at the door is brief and kind.',
  ],
  target: [
    'Fewer quarrels carried into the classroom at {one o’clock|quarter past one}.',
    'Something to do for the pupils who do not play football.',
    'All lunchtime staff to use the same words when pupils fall out.',
    'A calm line and a calm walk in.',
  ],
  reality: [
    'Most of what goes wrong does so in the last ten minutes.',
    'There is one box of equipment, and it is empty by {Wednesday|the middle of the week}.',
    'Colleagues arrive at different times, and nobody has told the later ones what has happened.',
    'Wet play in classrooms is the hardest hour of the week.',
    'The same {four or five|half a dozen} pupils come up in the book again and again.',
  ],
  ideas: [
    'Play leaders from Year 6 with a bib and two games each.',
    'Bring in the whistle, then music: when the music stops, everybody is in line.',
    '{name} tried giving the pupils in question a job; it worked for as long as the job was real.',
    'Five minutes together for lunchtime staff before they go out.',
    'Three questions for every quarrel: what happened, who has been affected, what would put it right.',
  ],
  decision: [
    '{name} will train {six|eight} play leaders on {Tuesday|Thursday} and try it with {Year 3|Year 4} first.',
    'Two bags of equipment, one kept back until {Wednesday|half-time}.',
    'The three questions on a card for every lanyard by {Monday|the end of the week}.',
    'Quiet games for the last ten minutes: nothing with a ball after {ten to one|five to one}.',
    '{name} will keep a tally of what comes in at the door, by zone, for two weeks.',
    'I will be out on {Wednesday and Friday|two days} next week, to play and not to patrol.',
  ],
  evaluation: [
    'Half as many entries in the book from the last ten minutes.',
    'Teachers say that afternoons begin on time.',
    'Pupils can tell you the three questions.',
    'Nobody has been alone for a whole playtime unless they like it.',
  ],
  outcome: [
    'Pupils come in from lunch ready to learn, with their quarrels already settled.',
    'Every pupil has somebody to play with or something they enjoy doing.',
    'Pupils put small quarrels right for themselves, using the three questions.',
    'Older pupils lead games, and younger ones know whom to ask.',
  ],
  startingPoint: [
    'Book for the last fortnight: {23|26|31} entries, most of them between ten to one and one.',
    'On an average day {nine|eleven|a dozen} pupils spend most of lunch alone.',
    'Afternoon lessons begin {six|eight} minutes late {twice|three times} a week.',
  ],
};
