const PERIOD = 20 * 60 * 1000;

async function refresh() {
  try {
    await chrome.action.setBadgeText({ text: 'new' });
  } catch (error) {
    if (error.message !== 'No window') throw error;
  }
  setTimeout(refresh, PERIOD);
}

async function tidy() {
  await chrome.storage.local.remove('old').catch(tell);
  setTimeout(tidy, PERIOD);
}

function tell(error) {
  if (error) throw error;
}

refresh();
tidy();
