followTabs(() => location.reload());
