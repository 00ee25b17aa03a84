const image = new Image();
image.src = chrome.extension.getURL('img/mail.png');
document.body.append(image);
