import { show } from './show.js';

show(localStorage.mode);
document.querySelector('#dark').onclick = () => {
  localStorage.mode = 'dark';
  show('dark');
};
