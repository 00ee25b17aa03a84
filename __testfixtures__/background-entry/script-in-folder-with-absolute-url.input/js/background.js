fetch('/data.json');
fetch(chrome.runtime.getURL('data.json'));
fetch('https://a.example/' + Math.random());
