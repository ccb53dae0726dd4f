import 'bootstrap/dist/css/bootstrap.min.css';
import 'font-awesome/css/font-awesome.min.css';
import '@odoo/o-spreadsheet/dist/o_spreadsheet.css';
import './page.css';
import { render } from 'preact';
import { Page } from './app.tsx';
import { ask } from './ask.ts';
import { join } from './live.ts';

const address = new URLSearchParams(location.search);
const [people, { live, workbook }] = await Promise.all([ask.people(), join()]);
const person = people.find(({ email }) => email === address.get('as')) ?? people[0];
if (!person) throw new Error('The server knows nobody whom this window could be.');
address.set('as', person.email);
history.replaceState(null, '', `?${address}`);
document.title = `${person.name} · STRIDE Coaching, local workbook`;
render(<Page people={people} person={person} live={live} workbook={workbook} address={address} />, document.body);
