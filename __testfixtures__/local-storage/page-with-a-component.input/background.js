chrome.runtime.onMessage.addListener(() => {
  if (localStorage.mode === 'dark') console.log('dark');
});
