chrome.windows.onRemoved.addListener(() => {
  if (localStorage.mode === 'dark') console.log('dark');
});
