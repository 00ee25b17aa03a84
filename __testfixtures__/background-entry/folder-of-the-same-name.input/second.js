self.second = self.first + 1;
