import { answer } from './answer.js';

answer('color', undefined, (items) => console.log(items)).then(() => document.body.classList.add('loaded'));
