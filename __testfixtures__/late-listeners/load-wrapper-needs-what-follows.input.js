const seen = [];
document.addEventListener('DOMContentLoaded', () => {
  chrome.commands.onCommand.addListener(run);
  seen.push(DEFAULTS.badge);
});

const DEFAULTS = { badge: 'on' };

function run(command) {
  console.log(command, seen);
}
