if (confirm('Go on?')) alert('Here we go.');
