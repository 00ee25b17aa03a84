var budget = 30
var spent = 0
var hosts = {}
var stateRestored = chrome.storage.session.get({ budget: budget, spent: spent, hosts: hosts }).then(function(saved) {
  budget = saved.budget
  spent = saved.spent
  hosts = saved.hosts
}).catch(console.error)

function spend(host) {
  spent += 1
  hosts[host] = (hosts[host] || 0) + 1
  chrome.storage.session.set({ spent: spent, hosts: hosts })
  showBudget()
  return budget - spent
}

function showBudget() {
  chrome.action.setBadgeText({ text: String(budget - spent) })
}
