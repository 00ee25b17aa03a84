chrome.webRequest.onCompleted.addListener(() => {
  if (localStorage.mode === 'dark') console.log('dark');
}, { urls: ['<all_urls>'] });
