import type { Thread } from './thread.ts';

/** Leading a team. */
export const leading: Thread = {
  theme: 'Leading a team',
  evidence: ['quality of provision review', 'book sample', 'other'],
  strength: [
    'The team says that {name} is fair, and that matters more than agreeing.',
    'Meetings begin with pupils’ work on the table.',
    '{name} shares the planning out by what people are good at.',
    'New colleagues in the team have settled quickly, thanks to {name}.',
    '{name} says openly what is not working yet, and so others do too.',
    'Decisions are written down, with a name and a date.',
  ],
  target: [
    'Meetings that change something for pupils by the {next day|end of the week}.',
    'To be able to say the difficult thing to a colleague within a week of noticing it.',
    'The team to bring solutions: at the moment every problem lands on {name}’s desk.',
    'Consistency between classes in the two or three things that matter.',
  ],
  reality: [
    'Notices take {twenty-five|thirty|forty} minutes of an hour’s meeting.',
    '{name} rewrites others’ planning late in the evening instead of talking about it.',
    'Two colleagues see {marking|homework|the timetable} quite differently, and the team walks round it.',
    'When {name} is out of the room the talk turns to logistics.',
    'The team’s aims were set by us and not with them.',
  ],
  ideas: [
    'Notices by message; the meeting only for what needs a conversation.',
    'Ask the team: what shall we stop doing?',
    '{name} has tried going round the table, and the quieter colleagues spoke.',
    'Rehearse the opening of the conversation: what I saw, what I wonder, what I would like us to do.',
    'Books from each class, unnamed, and one question to all of them.',
  ],
  decision: [
    'Next meeting: ten minutes of notices, forty of pupils’ work, ten of who does what.',
    '{name} will speak to the colleague concerned by {Thursday|Friday}, having written down the first two sentences.',
    'One aim for the half-term, chosen by the team on {Monday|Wednesday}.',
    'When somebody brings a problem, {name} asks what they have thought of so far before answering.',
    '{name} hands the {assembly rota|display|assessment week} to a colleague, all of it.',
    'I will sit in on {one meeting|the next two meetings} and note only who speaks.',
  ],
  evaluation: [
    'At the end of a meeting everyone can say what will be different for pupils.',
    'The conversation has been had, and both would have it again.',
    'Books from the classes show the same expectation.',
    'Colleagues come with something they have tried.',
  ],
  outcome: [
    'Pupils in all classes of the team meet the same high expectation, whoever teaches them.',
    'Pupils benefit within a week from what the team has learnt from their work.',
    'Pupils who were falling behind in one class catch up with the others, because the team looked together.',
    'Pupils have teachers who try things out and tell each other how it went.',
  ],
  startingPoint: [
    'Of the last {four|five} meetings, one looked at pupils’ work.',
    'Book sample: presentation and length differ widely between {two|three} classes.',
    '{Six|Seven} pupils on track in one class would not have been counted so in the next.',
  ],
};

/** Leading beyond a team. */
export const steering: Thread = {
  theme: 'Leading a team',
  evidence: ['data analysis', 'quality of provision review', 'learning walk'],
  strength: [
    '{name} keeps coming back to the pupils when a discussion drifts to systems.',
    'Delegation is real: the team leaders make decisions and stand by them.',
    'Staff tell {name} early when something is not going well.',
    'The calendar for the half-term is clear, and {name} protects coaching time in it.',
    '{name} asks more than {name} tells, and people leave the room with their own plan.',
    'Governors had the picture straight, with the weak spots in it.',
  ],
  target: [
    'Fewer priorities, pursued for longer.',
    'To spend more of the week in classrooms and less of it in the office.',
    'Coaching to reach the staff who have not been coached yet, support staff first.',
    'To know what difference the last initiative made to pupils before the next one begins.',
  ],
  reality: [
    'There are {eleven|nine|ten} things on the improvement plan, and nobody can name more than {four|five}.',
    'Mornings are lost to what comes through the door.',
    'We know who has been coached and less about what changed.',
    'Learning walks are done, and what is seen is not always shared within the week.',
    'Two teams have had {three|four} different leaders in as many years and wait to see what lasts.',
  ],
  ideas: [
    'Three priorities on one page, with what we would see pupils doing.',
    'A closed door from nine to eleven on {two|three} mornings, spent in classrooms.',
    '{name} has tried joint learning walks, and the talk on the way back was the best part.',
    'Ask each team for one story about pupils instead of a report.',
    'Stop something, and say so in public.',
  ],
  decision: [
    '{name} will draft the one page by {Friday|the 20th} and test it on two colleagues who will be honest.',
    'Two mornings in classrooms each week, in the diary until {half-term|the end of term}.',
    'Each team leader brings one set of books and one question to the meeting on {Monday|the first Wednesday}.',
    '{name} will offer coaching to {four|five} support staff who have not had it, beginning {next week|after half-term}.',
    'After each learning walk a paragraph goes to the teacher on the same day.',
    'We look at the data again in {four|five} weeks, by group, with the books beside it.',
  ],
  evaluation: [
    'Asked at random, staff name the three priorities and what pupils get from them.',
    'The diary shows that the mornings were kept.',
    'What was seen on walks turns up as a change in books within a month.',
    'More staff have been coached, and they can say what came of it for pupils.',
  ],
  outcome: [
    'Pupils in every year group gain from the same three things done well.',
    'Pupils with support staff who have been coached become more independent.',
    'Pupils’ work shows within a half-term what leaders say they are working on.',
    'The gap between classes in a year group narrows, because what works is shared.',
  ],
  startingPoint: [
    'In conversation, {five|six} of twelve colleagues could name two priorities.',
    'Classroom mornings kept last half-term: {three|four} of twelve.',
    'Difference between parallel classes in reading: {nine|eleven} points of the standardised score.',
  ],
};

/** Time well spent. */
export const workload: Thread = {
  theme: 'Well-being and workload',
  evidence: ['other', 'book sample'],
  strength: [
    '{name} plans with real care, and pupils gain from it.',
    '{name} has begun to say no to things, kindly.',
    'Sundays are free of planning {most weeks|three weeks out of four}.',
    'The year group shares resources and nobody keeps count.',
    '{name} asks for help early, which is a strength.',
    'The classroom is organised, so that pupils find things without asking.',
  ],
  target: [
    'The same lessons for pupils with {four|five} hours less of preparation.',
    'To leave by five on {two|three} evenings without a bag.',
    'Planning that serves the lesson and not the folder.',
    'To arrive in the afternoon with energy left for pupils.',
  ],
  reality: [
    'Slides are made new for each lesson, though last year’s would do with two changes.',
    'PPA time goes on photocopying and messages.',
    '{name} marks what pupils will not read again.',
    'Data is entered in two places.',
    'Displays take an afternoon, and pupils look at them for a week.',
  ],
  ideas: [
    'Write down everything done in a week and mark what pupils would miss.',
    'Pair up: one plans {maths|reading}, the other {writing|science}.',
    'A reading of messages at twelve and at four, and not in between.',
    '{name} tried planning on Thursdays for the week after, and it held.',
    'If nobody ever looked at the folder, what would be in it?',
  ],
  decision: [
    '{name} keeps the list for {one week|five days} and brings it.',
    'Shared planning with the parallel class from {Monday|the next unit}.',
    'No new slides for {two|three} weeks: adapt only.',
    'Two evenings a week out by five, and {name} tells me which.',
    'I will ask {on Tuesday|this week} whether the data needs to be entered twice.',
    'Pupils put up the next display themselves.',
  ],
  evaluation: [
    'Out by five on the two evenings, four weeks in a row.',
    'Pupils’ work is as good as before or better, by the same books.',
    '{name} would say yes to doing it for another half-term.',
    'The list is shorter, and nobody has noticed that anything is missing.',
  ],
  outcome: [
    'Pupils have a teacher who is fresh for the last lesson of the day.',
    'Pupils get the time that used to go into slides: a conversation with an adult about their work each week.',
    'Pupils in parallel classes share the best of both teachers’ planning.',
    'Pupils run more of the classroom themselves: resources, displays, the register board.',
  ],
  startingPoint: [
    'About {eleven|twelve|thirteen} hours of preparation a week outside school time.',
    'Afternoon lessons were shortened {three|four} times last fortnight.',
    '{Two|Three} of ten lessons last week used planning from a colleague.',
  ],
};
