import './background.js';
import utils from './utils.js';

Object.assign(utils, { second: () => 5 });
