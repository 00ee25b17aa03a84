let count = 0;

function bump() {
  count++;
  if (count > 100) throw new Error('too many');
}

chrome.tabs.onCreated.addListener(bump);
chrome.alarms.onAlarm.addListener(() => {
  try {
    bump();
  } catch (error) {
    console.log('full');
  }
});
