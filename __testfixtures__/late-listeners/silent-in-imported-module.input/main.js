import { listen } from './listen.js';

listen();
