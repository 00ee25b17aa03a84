import './badge.js';

import('./tabs.js').then((tabs) => tabs.watch());
