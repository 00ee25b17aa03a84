let options = { selected: true };
options = fill(options);
chrome.tabs.create(options);
const other = { selected: true };
chrome.tabs.create(other);
console.log(other.selected);
function fill(values) { return { ...values }; }
