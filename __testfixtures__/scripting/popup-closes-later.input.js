function click() {
  chrome.tabs.executeScript({ file: 'content.js' });
  document.body.classList.add('done');
  window.close();
}

document.addEventListener('click', click);
