let size = 1;

document.addEventListener('click', () => {
  for (let i = 0; i < 3; i++) chrome.tabs.executeScript({ code: 'step(' + i + ')' });
  chrome.tabs.executeScript({ code: 'resize(' + size + ')' });
  chrome.tabs.executeScript({ file: nextFile() });
  size = 2;
});

function nextFile() {
  return '/next.js';
}
