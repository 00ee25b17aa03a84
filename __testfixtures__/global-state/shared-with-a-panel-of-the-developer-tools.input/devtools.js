chrome.devtools.panels.create('Counter', '', 'popup.html');
