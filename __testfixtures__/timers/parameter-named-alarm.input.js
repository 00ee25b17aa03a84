const alarm = 'beep';

setInterval(() => chrome.storage.local.set({ alarm }), 60000);
