import type { Paper, PaperLine, PaperPart, Reader } from '../domain/papers.ts';

const title = 'Print or save as PDF';
const names: Readonly<Record<Reader, string>> = { governors: 'For governors', team: 'For all staff' };

/** Shows papers as they will be printed, one page each, with a button that prints the one that is seen. */
export function showPapers(papers: readonly Paper[], links: Readonly<Record<Reader, string>>): void {
  const page = HtmlService.createHtmlOutput(paperPage(papers, links)).setWidth(840).setHeight(680);
  SpreadsheetApp.getUi().showModalDialog(page, title);
}

function paperPage(papers: readonly Paper[], links: Readonly<Record<Reader, string>>): string {
  const choices = papers.map(
    ({ reader }, index) =>
      `<label><input type="radio" name="paper" value="${reader}"${index === 0 ? ' checked' : ''}> ${names[reader]}</label>`,
  );
  return [
    '<!doctype html><html lang="en-GB"><head><base target="_blank"><meta charset="utf-8">',
    `<title>Coaching</title><style>${style}</style></head><body>`,
    `<header><fieldset><legend class="unseen">Which page</legend>${choices.join('')}</fieldset>`,
    '<button type="button" id="print">Print or save as PDF</button></header>',
    ...papers.map((paper, index) => paperOf(paper, links[paper.reader], index === 0)),
    `<script>${script}</script></body></html>`,
  ].join('');
}

function paperOf({ reader, title: name, about, parts, foot, toDo }: Paper, link: string, isSeen: boolean): string {
  const before = toDo.length === 0 ? '' : `<p>Before you hand it out:</p><ul>${toDo.map(item).join('')}</ul>`;
  return [
    `<div class="paper" id="${reader}"${isSeen ? '' : ' hidden'}>`,
    `<aside>${before}<p>It stands on <a href="${safe(link)}">a tab of its own</a> too, as it is now.</p></aside>`,
    `<main><h1>${safe(name)}</h1><p class="quiet">${safe(about)}</p>`,
    ...parts.map(partOf),
    `<p class="quiet foot">${safe(foot)}</p></main></div>`,
  ].join('');
}

const item = (text: string): string => `<li>${safe(text)}</li>`;

function partOf({ title: name, lines, words }: PaperPart): string {
  const figures = lines.length === 0 ? '' : `<dl>${lines.map(lineOf).join('')}</dl>`;
  return `<section><h2>${safe(name)}</h2>${figures}${words.map((each) => `<p>${safe(each)}</p>`).join('')}</section>`;
}

const lineOf = ({ label, value }: PaperLine): string =>
  `<div><dt>${safe(label)}</dt><dd>${value === '' ? '<span title="Not shown">–</span>' : safe(value)}</dd></div>`;

const signs: Readonly<Record<string, string>> = { '&': 'amp', '"': 'quot', "'": '#39', '<': 'lt', '>': 'gt' };
const safe = (text: string): string => text.replace(/[&"'<>]/g, (sign) => `&${signs[sign] ?? ''};`);

// An A4 page with margins of 13 mm. The size of its letters comes from the script, so that all of it has room.
const style = `
@page{size:A4;margin:13mm}
*{box-sizing:border-box}
body{margin:0;background:#f1f3f4;color:#202124;font:10pt/1.35 Arial,sans-serif}
header{position:sticky;top:0;display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;justify-content:space-between;padding:10px 16px;background:#fff;border-bottom:1px solid #dadce0}
fieldset{display:flex;gap:20px;margin:0;padding:0;border:0}
label{display:flex;gap:6px;align-items:center;min-height:32px;font-size:14px}
button{min-height:36px;padding:0 20px;border:0;border-radius:4px;background:#0b57d0;color:#fff;font:500 14px Arial,sans-serif;cursor:pointer}
:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
button:focus-visible{outline-color:#202124}
aside{margin:12px auto 0;width:184mm;max-width:94%;font-size:13px}
aside p{margin:4px 0}
aside ul{margin:4px 0;padding-left:20px}
main{width:210mm;max-width:100%;margin:12px auto;padding:13mm;background:#fff;box-shadow:0 1px 3px #0004}
h1{margin:0;font-size:1.7em;line-height:1.2}
h2{margin:.9em 0 .25em;padding-bottom:.15em;border-bottom:1px solid #dadce0;color:#174ea6;font-size:1.1em}
p{margin:.3em 0}
dl{columns:2;column-gap:10mm;margin:0}
dl>div{display:flex;justify-content:space-between;gap:4mm;padding:.12em 0;break-inside:avoid}
dt{margin:0}
dd{margin:0;font-weight:700;white-space:nowrap}
.quiet{color:#5f6368;font-size:.9em}
.foot{margin-top:1em}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
[hidden]{display:none}
@media print{header,aside{display:none}body{background:#fff}main{width:auto;margin:0;padding:0;box-shadow:none}}
`.replace(/\n/g, '');

// As large as has room on the page: 271 mm between the margins, and 26 of the margins that the screen shows. Whatever
// size the letters are then, the page is one.
const script = `
(function(){
var mm=96/25.4,inputs=document.querySelectorAll('input');
function fit(paper){var main=paper.querySelector('main');main.style.width='210mm';main.style.maxWidth='none';
for(var size=10.5;size>=6;size-=0.25){main.style.fontSize=size+'pt';if(main.offsetHeight<=(271+26)*mm-4)break}
main.style.width='';main.style.maxWidth=''}
function show(){inputs.forEach(function(input){var paper=document.getElementById(input.value);
paper.hidden=!input.checked;if(input.checked)fit(paper)})}
inputs.forEach(function(input){input.addEventListener('change',show)});
document.getElementById('print').addEventListener('click',function(){window.print()});
show()})()
`.replace(/\n/g, '');
