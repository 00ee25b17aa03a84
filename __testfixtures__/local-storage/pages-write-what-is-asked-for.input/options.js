document.querySelector('#mute').addEventListener('click', () => {
  localStorage.muted = 'yes';
});
