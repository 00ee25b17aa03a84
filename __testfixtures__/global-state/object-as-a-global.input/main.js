import './tabs.js';
import './show.js';
