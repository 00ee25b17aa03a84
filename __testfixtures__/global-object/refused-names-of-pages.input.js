chrome.tabs.onCreated.addListener(() => {
  window.document.title = 'a';
  window.open('a.html');
  window.alert('a');
  window.localStorage.setItem('a', 'b');
  window.requestAnimationFrame(() => {});
  window.onload = () => {};
  window.onmessage = () => {};
  console.log(window.name, window.parent, window.top, window.frames, window.length, window.screen.width);
  window.webkitAudioContext();
  window.addEventListener('message', () => {});
  window.addEventListener('online', () => {});
  window.eval('1');
});
