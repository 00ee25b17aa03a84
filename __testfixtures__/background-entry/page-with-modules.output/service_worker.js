import './main.js';
import './more.js';
