let busy = false;
let saving = false;

chrome.action.onClicked.addListener(async (tab) => {
  if (busy) return;
  busy = true;
  await fetch(`https://a.example/${tab.id}`);
  busy = false;
});

chrome.commands.onCommand.addListener(async () => {
  if (saving) return;
  saving = true;
  try {
    await fetch('https://a.example/save');
  } finally {
    saving = false;
  }
});
