const frame = document.createElement('iframe');
frame.src = chrome.runtime.getURL('frame.html');
document.body.append(frame);
