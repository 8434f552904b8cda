"""The core: settings, rules, budget, logs."""
