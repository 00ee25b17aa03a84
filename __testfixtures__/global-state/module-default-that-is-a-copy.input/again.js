import { count } from './state.js';
export default count;
