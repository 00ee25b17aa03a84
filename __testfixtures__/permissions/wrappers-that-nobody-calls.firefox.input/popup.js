import { lastVisits } from './browser.js';

lastVisits().then((visits) => document.body.append(visits.length));
