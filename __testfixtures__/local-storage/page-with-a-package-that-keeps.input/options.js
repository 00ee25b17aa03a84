import { useStorage } from '@vueuse/core';

const mode = useStorage('mode', 'a');
document.querySelector('#tab').addEventListener('click', () => {
  mode.value = 'b';
});
