import * as counter from './counter.js';

for (const action of Object.values(counter)) document.body.onclick = action;
