import type { Thread } from './thread.ts';

/** Showing how writing is made. */
export const modelled: Thread = {
  theme: 'Writing',
  evidence: ['book sample', 'data analysis', 'drop in'],
  strength: [
    '{name} writes in front of the class and thinks aloud while doing it, crossings-out and all.',
    'The class’s enthusiasm for {the setting|the diary|the newspaper report} shows: they wanted to carry on at break.',
    'Working walls grow with the unit, and pupils get up to look for a word.',
    'The text was well chosen: pupils were quoting it by {Wednesday|the end of the week}.',
    'Handwriting has settled since the {short daily|ten-minute} practice began.',
    'Pupils read their sentence aloud to a partner before the next one.',
  ],
  target: [
    'Pupils to make their own choices as writers and not to rework the model sentence by sentence.',
    'More secure sentences: at the moment commas do the work of full stops in about {half|a third} of books.',
    'Pupils who find it hard to begin to have a first sentence down within {five|ten} minutes.',
    'Writing across the curriculum to be as good as writing in English lessons.',
  ],
  reality: [
    'The modelled text is so polished that pupils copy it and change the nouns.',
    'Planning takes two lessons, and the ideas have gone cold by the time they write.',
    'The word mats are full of words that nobody in {class} would say.',
    '{Six|Seven} pupils write less than {four|five} lines unless an adult sits with them.',
    'In topic books the same pupils forget what they can do in English.',
  ],
  ideas: [
    'Model one paragraph badly and improve it together.',
    '{name} has tried slow writing, one sentence at a time with a rule for each, and it helped the reluctant ones.',
    'Oral rehearsal in pairs, then write only what was said.',
    'Shared writing with a small group while the rest begin, on {Tuesdays|the first day}.',
    'We read {three|four} openings from real books and asked which one made us read on.',
  ],
  decision: [
    '{name} will model {the opening|one paragraph} on {Monday|Tuesday} and take it down before pupils write.',
    'Three short writes a week for two weeks instead of one long one.',
    'A guided group of {five|six} each {Tuesday and Thursday|first lesson}, with the assistant circulating.',
    'One rule on sentence endings, taught again with whiteboards, {ten minutes a day|every morning} for a fortnight.',
    'Bring one piece of topic writing from {six|eight} pupils next time.',
    'I will teach an opening with {class} on {Wednesday|Thursday} while {name} watches three pupils.',
  ],
  evaluation: [
    'Put the books side by side: the pieces are different from each other and from the model.',
    'No pupil has an empty page after ten minutes.',
    'Sentence endings right in eight lines out of ten, in topic books too.',
    'Pupils can point to a choice they made and say what it does to a reader.',
  ],
  outcome: [
    'Pupils write at length in their own voice, with sentences that hold together.',
    'Pupils who found it hard to start write a first paragraph unaided.',
    'Pupils carry what they have learnt in English into {history|science|geography} without being reminded.',
    'Pupils choose words for the reader and can explain why.',
  ],
  startingPoint: [
    'In {ten|twelve} books, {seven|eight} openings use the model’s first sentence.',
    'Average length in the cold write: {six|seven|eight} lines.',
    'Sentence endings right in about {half|six out of ten} of the lines.',
  ],
};

/** Reading with fluency and for meaning. */
export const fluency: Thread = {
  theme: 'Reading',
  evidence: ['data analysis', 'drop in', 'other'],
  strength: [
    'The class novel is loved: {class} groans when the book is closed.',
    '{name} reads aloud beautifully, and pupils copy the voices.',
    'Echo reading is established and even the shyest join in.',
    'Books go home and come back; the reading corner is used for reading.',
    'The daily {fifteen|twenty} minutes are kept, whatever else happens.',
    'Pupils are beginning to ask what a word means instead of sliding over it.',
  ],
  target: [
    'Pupils who decode accurately to read with expression and at a pace that lets them understand.',
    'The lowest {fifth|six readers} to be heard by an adult every day.',
    'Pupils to find evidence in the text and not in their memory of the film.',
    'Vocabulary that stays: words met on Monday to be used by Friday.',
  ],
  reality: [
    'The carousel looks busy, but each group reads with an adult only once a week.',
    'Questions are mostly about finding things; few ask why.',
    'Some pupils choose the same {comic|fact book} every week.',
    'Round-the-class reading means that most pupils read {three|four} lines and wait.',
    'Pupils can say the words of a paragraph and not tell you what happened in it.',
  ],
  ideas: [
    'Whole-class reading with one text, three days a week, and small groups only for those who need it.',
    '{name} has tried recording pupils on the tablets; hearing themselves worked better than any advice.',
    'Performing a poem each week as practice that does not feel like practice.',
    'Older pupils as listeners at {twenty past eight|the start of the day}.',
    'Teach {five|six} words before reading and look for them while we read.',
  ],
  decision: [
    'Echo, choral, then paired reading of one paragraph each {morning|day} for {three|four} weeks.',
    '{name} will listen to the {five|six} pupils on the list daily, during register.',
    'One “why” question a lesson, planned and discussed in pairs before anyone writes.',
    'A word wall with five words a week; {class} catches adults using them.',
    'Timed one-minute reading of the same page now and in {four|five} weeks, for the six pupils only.',
    'I will hear {six|eight} readers {next Tuesday|on Thursday} and tell {name} what I notice.',
  ],
  evaluation: [
    'The second recording sounds like talking and not like a list.',
    'Words correct in a minute up by {fifteen|twenty} for the pupils on the list.',
    'Pupils put a finger on the line that proves it.',
    'Three of the week’s five words turn up in pupils’ talk or writing.',
  ],
  outcome: [
    'Pupils in {class} read aloud with expression and can say what they have read.',
    'The {five|six} pupils furthest behind read the class text with the others.',
    'Pupils explain a character’s reasons and find the words that show them.',
    'Pupils choose harder and more varied books for themselves.',
  ],
  startingPoint: [
    'The {five|six} pupils on the list read between {48|52|55} and {70|74|78} words a minute.',
    '{Nine|Ten|Eleven} pupils could not retell the paragraph they had just read aloud.',
    'Reading records: {12|14|15} pupils heard at home last week.',
  ],
};

/** Understanding in maths. */
export const maths: Thread = {
  theme: 'Maths',
  evidence: ['data analysis', 'book sample', 'learning walk'],
  strength: [
    'Manipulatives are out on every table, and nobody thinks they are for babies.',
    '{name} explains {equivalence|place value|the area model} in small, clear steps and checks each one.',
    'Times-table practice is short, daily and good-humoured.',
    'Pupils enjoy “spot my mistake” and argue about it properly.',
    'The models on the board and in books are the same, so pupils can look back.',
    '{class} is used to being asked “how do you know?”.',
  ],
  target: [
    'Pupils to explain their reasoning, and not only to get the answer.',
    'Number facts fluent enough that they no longer get in the way of {fractions|long multiplication|problems in words}.',
    'Pupils who finish quickly to go deeper in the same mathematics and not on to the next page.',
    'Fewer worksheets and more thinking: some pupils do {twenty|thirty} sums they could do already.',
  ],
  reality: [
    'Pupils can shade three quarters of a shape, and few can place it on a number line.',
    '{Eight|Nine} pupils still count on their fingers for the {sixes and sevens|fours and eights}.',
    'Word problems fall apart at the reading and not at the sum.',
    'The reasoning question comes last, so a third of {class} never reaches it.',
    'When a pupil is stuck an adult shows the method again, the same way as before.',
  ],
  ideas: [
    'Start with the reasoning question and let the practice follow from it.',
    'Bar models for every problem in words, drawn before any number is touched.',
    '{name} tried mixed-ability pairs in {the spring|another unit} and liked the talk, less the noise.',
    'A number line along the whole wall for fractions, decimals and measures together.',
    'Ask “what is the same, what is different?” of two examples instead of doing ten.',
  ],
  decision: [
    'One reasoning question at the start of {each lesson|three lessons a week}, answered in pairs in words.',
    '{name} will cut the practice to {eight|ten} well-chosen examples from {Monday|next week}.',
    'Five minutes of the {sixes and sevens|eights and nines} daily, known facts crossed out on a grid.',
    'Bar model first, for two weeks, for everybody.',
    '{name} will plan the next unit with {me|the maths lead} on {Thursday|Wednesday} after school.',
    'Bring {six|eight} books: two who fly, two who manage, two or more who struggle.',
  ],
  evaluation: [
    'Pupils’ written reasons have a “because” with mathematics in it.',
    'The quick recall check rises from {11|12|13} to at least {18|19|20} out of 25 for the pupils on the list.',
    'All pupils reach the reasoning question, because it comes first.',
    'Asked about a wrong answer, pupils say why somebody might have thought so.',
  ],
  outcome: [
    'Pupils in {class} place fractions and decimals on a number line and explain how they know.',
    'Pupils use known facts to work out new ones and stop counting on.',
    'Pupils draw a model of a problem and solve it without asking which sum it is.',
    'Pupils who finish early can make up a harder question of the same kind and justify it.',
  ],
  startingPoint: [
    'Recall check: class average {14|15|16} of 25; eight pupils under 10.',
    '{Five|Six|Seven} of 28 could place ¾ between 0 and 2.',
    'In {ten|eight} books there are {two|three} written reasons in a fortnight.',
  ],
};

/** A subject that pupils remember. */
export const curriculum: Thread = {
  theme: 'Curriculum',
  evidence: ['book sample', 'learning walk', 'quality of provision review', 'other'],
  strength: [
    'The enquiry question gives the unit a shape: “{Why did they come|Who had the power|What changed}?” is on every page.',
    '{name} knows the subject and enjoys it, and so does {class}.',
    'The visit was prepared for and used: drawings from the day turn up in later work.',
    'The plan for the subject is clear on one side of paper, year by year.',
    'Artefacts and photographs start real questions.',
    'Staff come to {name} for advice because it is always practical.',
  ],
  target: [
    'Pupils to think like {historians|geographers|scientists}, and not only to collect facts.',
    'Units to build on each other, so that {Year 5|Year 6|the next year group} is not starting from nothing.',
    'Foundation subjects to be taught every week, and not in a hurry before a display.',
    'Key words for each unit that pupils use accurately {a term|two terms} later.',
  ],
  reality: [
    'Activities are lovely, and pupils remember the activity.',
    'Two classes teach the same unit quite differently, and one leaves out the hard part.',
    'When the timetable is tight, {history|geography|art} is what goes.',
    'Books show a lot of colouring and labelling and {little|not much} writing.',
    'Teachers without the background lean on the slides.',
  ],
  ideas: [
    'Three things every pupil should know by the end of a unit, agreed by the year group.',
    'Talk to {six|eight} pupils about last year’s unit with their old books closed.',
    'Blocking the subject into whole {mornings|days} once a half-term; we could see what would be gained and what lost.',
    '{name} tried a staff meeting on sources and would do it with fewer slides and more objects.',
    'A timeline along the corridor that every class adds to.',
  ],
  decision: [
    '{name} will write the three “must knows” for the next two units by {Friday|half-term}.',
    'Pupil conversations with six pupils from {each year group|two year groups} on {Wednesday|Monday}.',
    'Swap one colouring task in each unit for a source and a question.',
    'Ten minutes in the next team meeting to agree the words of the unit.',
    'I will cover {name} for {an hour|a morning} to look at books in the other classes.',
    'The timeline goes up by {the end of the month|next Friday}; each class adds three dates.',
  ],
  evaluation: [
    'Pupils can answer the enquiry question in their own words, with two reasons.',
    'Books in both classes show the same knowledge, reached in different ways.',
    'In pupil conversations last year’s unit is remembered for what it was about.',
    'The subject has been taught in every week of the half-term.',
  ],
  outcome: [
    'Pupils explain what they know and how they know it, with evidence from more than one source.',
    'Pupils in all classes remember the same essential knowledge a term later.',
    'Pupils use the unit’s vocabulary when they talk and write about something new.',
    'Pupils see how one unit leads to the next and say so unprompted.',
  ],
  startingPoint: [
    'Of six pupils asked, {one|two} could say why the unit’s people acted as they did.',
    'Book look: {four|five} pieces of extended writing across two classes.',
    'Pupils named the {visit|model|biscuit version} first and the idea behind it seldom.',
  ],
};
