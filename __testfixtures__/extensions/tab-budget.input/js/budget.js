var budget = 30
var spent = 0
var hosts = {}

function spend(host) {
  spent += 1
  hosts[host] = (hosts[host] || 0) + 1
  showBudget()
  return budget - spent
}

function showBudget() {
  chrome.browserAction.setBadgeText({ text: String(budget - spent) })
}
