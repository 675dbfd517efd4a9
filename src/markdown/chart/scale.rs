//! The axis of a chart: round numbers around its own.

/// At most so many steps between the ends of an axis.
const STEPS: i64 = 6;

/// An axis whose ends are ticks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Axis {
    /// From the lowest to the highest; at least two, at equal distances.
    pub(super) ticks: Vec<f64>,
}

/// A step between ticks: `mantissa` × 10^`exponent`.
#[derive(Clone, Copy)]
struct Step {
    mantissa: i64,
    exponent: i32,
}

impl Axis {
    /// The narrowest axis of 1, 2 or 5 × 10ⁿ a step that holds all `values`, which are finite; with 0
    /// where `from_zero` asks for it, or where the values are all the same.
    pub(super) fn around(values: &[f64], from_zero: bool) -> Self {
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if from_zero || lowest >= highest {
            (lowest.min(0.0), highest.max(0.0))
        } else {
            (lowest, highest)
        };
        let steps = Step::from((high - low).log10().floor() as i32 - 1);
        let ticks = steps.map(|step| step.ticks(low, high));
        let ticks = ticks
            .into_iter()
            .find(|ticks| ticks.len() <= STEPS as usize + 1);
        Self {
            ticks: ticks.unwrap_or_else(|| vec![low, high]),
        }
    }

    /// Where a value stands between the ends, from 0 to 1.
    pub(super) fn at(&self, value: f64) -> f64 {
        let (low, high) = (self.low(), self.high());
        (value - low) / (high - low)
    }

    pub(super) fn low(&self) -> f64 {
        self.ticks.first().copied().unwrap_or(0.0)
    }

    pub(super) fn high(&self) -> f64 {
        self.ticks.last().copied().unwrap_or(1.0)
    }
}

impl Step {
    /// Wider and wider steps.
    fn from(exponent: i32) -> impl Iterator<Item = Self> {
        (exponent..exponent + 4)
            .flat_map(|exponent| [1, 2, 5].map(|mantissa| Self { mantissa, exponent }))
    }

    /// The multiples of the step from at most `low` to at least `high`.
    fn ticks(self, low: f64, high: f64) -> Vec<f64> {
        let width = self.times(1);
        let mut first = (low / width).floor() as i64;
        let mut last = (high / width).ceil() as i64;
        // a quotient may have been rounded past a whole number
        first -= i64::from(self.times(first) > low);
        last += i64::from(self.times(last) < high);
        (first..=last.min(first + 2 * STEPS))
            .map(|n| self.times(n))
            .collect()
    }

    /// `n` steps, as the nearest number to the decimal one: 3 × 0.1 is 0.3.
    fn times(self, n: i64) -> f64 {
        let units = (n * self.mantissa) as f64;
        if self.exponent < 0 {
            units / 10_f64.powi(-self.exponent)
        } else {
            units * 10_f64.powi(self.exponent)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Axis;

    #[test]
    fn ticks_hold_the_numbers_at_any_size() {
        for exponent in -9..=13 {
            for (low, high) in (-12..25).flat_map(|low| (low..=25).map(move |high| (low, high))) {
                let size = 10_f64.powi(exponent);
                let values = [f64::from(low) * size, f64::from(high) * size];
                if values == [0.0, 0.0] {
                    continue;
                }
                for from_zero in [false, true] {
                    let axis = Axis::around(&values, from_zero);
                    let ticks = &axis.ticks;
                    assert!((2..=7).contains(&ticks.len()), "{values:?}: {ticks:?}");
                    assert!(
                        axis.low() <= values[0] && values[1] <= axis.high(),
                        "{values:?}: {ticks:?}"
                    );
                    assert!(ticks.is_sorted_by(|a, b| a < b), "{values:?}: {ticks:?}");
                    assert!(!from_zero || ticks.contains(&0.0), "{values:?}: {ticks:?}");
                    let longest = ticks.iter().map(|tick| tick.to_string().len()).max();
                    assert!(longest <= Some(18), "{values:?}: {ticks:?} are not round");
                }
            }
        }
    }

    #[test]
    fn ticks_are_those_that_people_choose() {
        let ticks = |values: &[f64], from_zero| Axis::around(values, from_zero).ticks;
        assert_eq!(
            ticks(&[500.0, 830.0], true),
            [0.0, 200.0, 400.0, 600.0, 800.0, 1000.0]
        );
        assert_eq!(ticks(&[0.1, 0.7], true), [0.0, 0.2, 0.4, 0.6, 0.8]);
        assert_eq!(
            ticks(&[1150.0, 1260.0], false),
            [1140.0, 1160.0, 1180.0, 1200.0, 1220.0, 1240.0, 1260.0]
        );
        assert_eq!(ticks(&[-4.0, 3.0], true), [-4.0, -2.0, 0.0, 2.0, 4.0]);
        assert_eq!(ticks(&[5.0, 5.0], false), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    }
}
