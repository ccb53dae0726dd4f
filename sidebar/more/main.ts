import { arrive } from '../later.ts';
import * as views from './views.ts';

arrive(views);
