import type { Thread } from './thread.ts';

/** Getting every pupil to talk. */
export const talk: Thread = {
  theme: 'Questioning',
  evidence: ['drop in', 'learning walk', 'other'],
  strength: [
    'Talk partners are settled and pupils turn to each other without being {told twice|reminded}.',
    '{name} leaves a proper pause after a question now, and {more hands|different hands} go up because of it.',
    'The sentence stems on the wall are being used: “I agree because…” came up {three|four|five} times in one maths lesson.',
    'Nobody in {class} laughs at a wrong answer, which has taken months of quiet work.',
    'Pupils who say little to the whole class are saying a good deal to a partner.',
    '{name} repeats a pupil’s own words back to the class and asks who can add to them.',
  ],
  target: [
    'Every pupil to have said an answer aloud before anyone is asked to share one.',
    'To hear from the {eight|nine|ten} pupils who can go a whole {morning|day} without speaking in lessons.',
    'Fewer questions, and better ones: {name} counted {forty|thirty-six|fifty} in one lesson and most had one-word answers.',
    'Pupils to answer each other, so that not every sentence has to pass through the teacher.',
  ],
  reality: [
    'At the moment the same {five|six} hands carry most discussions.',
    'Partners were chosen for behaviour, so in some pairs one does all the talking.',
    '{name} sometimes answers the question when the silence gets uncomfortable.',
    'In {maths|reading|science} the talk works well; in the {afternoon|foundation} lessons it slides back to hands up.',
    'Pupils learning English as an additional language listen hard but are rarely asked to rehearse first.',
  ],
  ideas: [
    'We talked about lolly sticks, which {name} tried {last year|before} and found made anxious pupils more so.',
    'Cold calling only after rehearsal with a partner felt fairer than cold calling straight away.',
    '{name} would swap partners every {fortnight|three weeks} if the seating plan were not tied to the tables.',
    'We looked at how the class next door uses “A tells B, then B tells the class what A said”.',
    'A tally on a seating plan for one lesson would show who is never heard.',
  ],
  decision: [
    'Change partners by {Monday|Wednesday|the end of the week} and teach the stems again in the first ten minutes.',
    '{name} will plan two questions a lesson word for word and write them on the slide.',
    'Three seconds of silence after each question, counted on fingers behind the back.',
    'Try “say it to your partner first” in every {maths|reading} lesson for two weeks, then in one other subject.',
    'I will cover for {twenty minutes|half an hour} so that {name} can watch it next door.',
    '{name} will keep a tally on {Tuesday and Thursday|two mornings} and bring both sheets.',
  ],
  evaluation: [
    'The tally will show fewer blanks: no more than {two|three} pupils not heard from in a lesson.',
    'If I ask {five|six} pupils afterwards what their partner thought, they can tell me.',
    'Pupils will be using “because” without being prompted.',
    '{name} will be talking less, and will notice it.',
  ],
  outcome: [
    'All pupils in {class} explain their thinking aloud in full sentences, including those who now stay silent.',
    'Pupils build on what someone else has said and can say whether they agree and why.',
    'Quieter pupils rehearse an answer with a partner and are willing to share it with the class.',
    'What pupils have said first turns up in what they write: reasons, not only answers.',
  ],
  startingPoint: [
    'Tally in {week one|one maths lesson}: {11|12|14} of {27|28|29} pupils spoke, six of them more than once.',
    'Pupil voice: {four|five} out of ten said they “hope not to be picked”.',
    'Answers are mostly one to three words long.',
  ],
};

/** Remembering what was taught. */
export const retrieval: Thread = {
  theme: 'Assessment',
  evidence: ['book sample', 'data analysis', 'quality of provision review'],
  strength: [
    'The four starter questions are up when pupils come in and {class} gets going {by itself|without fuss}.',
    '{name} knows exactly which facts the unit stands on and has written them down for pupils.',
    'Pupils mark their own quizzes honestly, because the score goes nowhere.',
    'Last {week’s|month’s} questions come back among the new ones, so nothing is met only once.',
    'Pupils look forward to beating their own score.',
    '{name} goes back over what most pupils got wrong there and then.',
  ],
  target: [
    'Pupils to remember the important things from last half-term, and not only from last week.',
    'Starter questions that make pupils think: at the moment most can be guessed.',
    'To know on the day who has not understood, without a stack of marking.',
    'Quizzes that take ten minutes and not {twenty|twenty-five}.',
  ],
  reality: [
    'Pupils do well in the lesson and {a fortnight|three weeks} later {half|a good third} of it has gone.',
    'The quiz overruns, and the end of the lesson is squeezed.',
    'Questions are written the night before, so they follow what comes to mind.',
    'The same pupils finish early and wait.',
    'We looked at {six|eight} books together: the knowledge organisers are glued in and hardly used.',
  ],
  ideas: [
    'A bank of questions for each unit, shared across the year group, would save everyone an evening.',
    '{name} tried a weekly test; it told us who was worried more than what they knew.',
    'One question from last lesson, one from last week, one from last term: simple enough to keep up.',
    'Blank maps and half-finished diagrams instead of questions, for pupils who read slowly.',
    'Mini whiteboards would show the whole class’s answers at one glance.',
  ],
  decision: [
    '{name} will write {twelve|fifteen} questions for the next unit {on Friday|in PPA time} and use four each morning.',
    'Whiteboards out for every starter from {Monday|next week}; books only for what needs keeping.',
    'Stop at ten minutes, timer on the board, finished or not.',
    'Bring {six|eight} books to our next conversation, chosen from the middle of the register.',
    'Go over the two questions most pupils missed before anything new begins.',
    'I will send the question bank from {Year 6|my own class} by {tomorrow|Friday}.',
  ],
  evaluation: [
    'The same ten questions, asked again in {four|five} weeks with no warning, and pupils still know them.',
    'Starter scores matter less than whether the wrong answers are different ones next time.',
    'Pupils will link new learning to old without {name} making the link for them.',
    'Lessons start on time and end on time.',
  ],
  outcome: [
    'Pupils in {class} can recall the key knowledge of a unit a half-term later and use it in new work.',
    'Pupils who usually forget between lessons begin the next one knowing what the last was about.',
    'Pupils notice for themselves what they do not know yet and say so.',
    'In books, pupils’ later work leans on what was taught earlier, in their own words.',
  ],
  startingPoint: [
    'Cold quiz on last half-term: {9|10|11} out of 20 on average.',
    'Of {eight|ten} books, {three|four} show the same misconception twice.',
    '{Seven|Nine} pupils could not say what the last unit had been about.',
  ],
};

/** A calm beginning to lessons. */
export const starts: Thread = {
  theme: 'Behaviour for learning',
  evidence: ['drop in', 'learning walk', 'other'],
  strength: [
    '{name} is at the door every morning and greets each pupil {by name|with a word}.',
    'Routines for {coats and bags|books and pencils} hold even when somebody else takes the class.',
    'The tone is warm; nobody is called out across the room.',
    '{name} thanks the tables that are ready, and the others follow within {seconds|half a minute}.',
    'There is a clear plan for the {three|four} pupils who find transitions hard.',
    '{class} lines up well after play {most days|on the days when the whistle is on time}.',
  ],
  target: [
    'To get back the {eight|ten} minutes that are lost after lunch each day.',
    'All pupils working within two minutes of sitting down.',
    'Transitions that pupils can run by themselves.',
    'One voice for quiet, used by every adult in the room.',
  ],
  reality: [
    'After lunch there are quarrels to sort out and the lesson waits for them.',
    'Three adults use three different signals.',
    'Resources are given out by {name}, so nothing starts until that is done.',
    'Monday and Friday are hardest; in the middle of the week it runs well.',
    'We timed it together: {seven|nine} minutes from the door to the first pencil moving.',
  ],
  ideas: [
    'A task on the tables that needs no explaining, the same kind each day.',
    'Quarrels go in the worry box and are heard at the end of the day, with lunchtime staff when it helps.',
    '{name} has tried countdowns; they work from five and not from ten.',
    'Two pupils as monitors for each table, changed each half-term.',
    'We wondered what would happen if the class came in by a quieter door.',
  ],
  decision: [
    'A settling task on every table after lunch from {Monday|next week}: a map, a fact fan, a page to reread.',
    'Agree one signal with both assistants {on Thursday|before school tomorrow} and teach it to the class.',
    'Monitors chosen by {Friday|Wednesday}; {name} practises with them at break.',
    '{name} will time the first ten minutes twice a week and put the numbers on a sticky note.',
    'I will stand in for the first quarter of an hour on {Tuesday|Thursday} so that {name} can watch from the side.',
    'Praise by table, in a quiet voice, before any reminder.',
  ],
  evaluation: [
    'Two minutes from door to work, four days out of five.',
    'A colleague who takes {class} for an afternoon says the routines ran.',
    'Fewer pupils sent in from the playground with something to sort out.',
    'Pupils can say what happens when they come in and why.',
  ],
  outcome: [
    'Pupils in {class} gain back most of an hour of learning a week and begin the afternoon calmly.',
    'Pupils who find change hard know what comes next and settle with the others.',
    'Pupils take charge of their own resources and start without waiting for an adult.',
    'All pupils finish the first task of the afternoon, where now about half do.',
  ],
  startingPoint: [
    'Timed over a week: {7|8|9} minutes on average before the first task is begun.',
    '{Four|Five} reminders to the whole class before register is finished.',
    'About {half|a third of} the settling tasks are not begun.',
  ],
};

/** Feedback that pupils use. */
export const feedback: Thread = {
  theme: 'Feedback and marking',
  evidence: ['book sample', 'quality of provision review', 'other'],
  strength: [
    '{name} reads every book after the writing lesson and sorts them into three piles, which takes {fifteen|twenty} minutes.',
    'Pupils in {class} go straight to their purple pens when books come back.',
    'Feedback is about the work and never about the child.',
    'Good examples go under the visualiser and the class says what makes them good.',
    '{name} has stopped writing comments that only an adult would read.',
    'The {common mistakes|three things to fix} are on the board at the start of the next lesson.',
  ],
  target: [
    'Feedback that changes the next piece of work and not only the last.',
    'Pupils to find their own mistakes before an adult does.',
    'Less time on marking, with more of it spent on planning what comes next.',
    'Pupils with lower starting points to get feedback they can read and act on.',
  ],
  reality: [
    'Pupils correct the spelling and leave the sentence as it was.',
    'It takes {name} {an hour and a half|two hours} a night, and on Thursdays it does not get done.',
    'Editing time is five minutes before lunch, which is the wrong five minutes.',
    'Confident pupils improve a lot; those who most need to change something copy out a neater version.',
    'The success criteria are so many that pupils tick all of them.',
  ],
  ideas: [
    'Whole-class feedback on one sheet: what went well, what to fix, a challenge.',
    'We looked at {two|three} books and asked: what would this pupil do differently tomorrow?',
    'Live marking in the lesson for one table a day.',
    '{name} has tried peer assessment; it was kind and rather vague, so it needs a model.',
    'If time were no obstacle, a two-minute conversation with each pupil would beat all of it.',
  ],
  decision: [
    'One feedback sheet instead of comments for {the next unit|three weeks}, then we look at the books.',
    'First {ten|fifteen} minutes of the next lesson are for improving, with the fix modelled first.',
    '{name} will sit with one table a day and mark with them.',
    'Cut the success criteria to three, written with the class.',
    'Bring {four|six} books, two from each pile, to our next conversation.',
    'I will share the sheet that {Year 6|our year group} uses by {Friday|tomorrow}.',
  ],
  evaluation: [
    'In the next book sample, changes are to sentences and ideas and not only to spelling.',
    'Pupils can say what they were asked to improve and show where they did.',
    '{name} leaves by five on {two|three} days a week.',
    'The same mistake does not come up in the third piece of writing.',
  ],
  outcome: [
    'Pupils improve their own work in ways that last into the next piece.',
    'Pupils in the lower third of {class} act on feedback in the same lesson and can explain the change.',
    'Pupils check their work for the two things they most often get wrong.',
    'Redrafted paragraphs are plainly better than first drafts, in all books and not only in the best.',
  ],
  startingPoint: [
    'Of {eight|ten} books, {two|three} show a change beyond spelling.',
    'Pupil voice: most say that feedback is “what I did wrong”.',
    'The same full-stop error runs through {four|five} pieces in a row.',
  ],
};
