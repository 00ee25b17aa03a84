const url = (name) => chrome.runtime.getURL(`img/${name}.png`);
document.querySelector('iframe').src = chrome.runtime.getURL('frame.html');
document.querySelector('img').src = url('a');
