import { sync } from './sync.js';
import { HOURS } from './times.js';

setInterval(sync, 6 * HOURS);
