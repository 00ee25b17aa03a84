fetch('https://example.com/api').then(console.log);
fetch('/api').then(console.log);
fetch(location.href).then(console.log);
fetch(chrome.runtime.getURL('data.json')).then(console.log);
