chrome.alarms.onAlarm.addListener(() => {
  if (localStorage.mode === 'dark') console.log('dark');
});
