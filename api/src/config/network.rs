//! Networks of addresses, such as `10.0.0.0/8`.

use std::net::IpAddr;

/// Addresses that share their first bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix_bits: u32,
}

impl Network {
    /// The network of a text such as `10.0.0.0/8` or `::1`.
    pub fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = text.split_once('/').map_or((text, None), |(a, p)| (a, Some(p)));
        let address: IpAddr = address.parse().ok()?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let prefix_bits = prefix.map_or(Some(width), |prefix| prefix.parse().ok())?;
        (prefix_bits <= width).then_some(Self { address, prefix_bits })
    }

    /// Whether `address` is in it; an IPv4 address in IPv6 clothes counts as IPv4.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(ours), IpAddr::V4(theirs)) => {
                let differing = u32::from(ours) ^ u32::from(theirs);
                differing.checked_shr(32 - self.prefix_bits).unwrap_or(0) == 0
            }
            (IpAddr::V6(ours), IpAddr::V6(theirs)) => {
                let differing = u128::from(ours) ^ u128::from(theirs);
                differing.checked_shr(128 - self.prefix_bits).unwrap_or(0) == 0
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(network: &str, address: &str, expected: bool) {
        let network = Network::parse(network).expect("a network");
        assert_eq!(network.contains(address.parse().expect("an address")), expected);
    }

    #[test]
    fn networks_hold_their_addresses() {
        check("10.0.0.0/8", "10.255.0.1", true);
        check("10.0.0.0/8", "11.0.0.1", false);
        check("10.0.0.1", "10.0.0.1", true);
        check("10.0.0.1", "10.0.0.2", false);
        check("0.0.0.0/0", "203.0.113.9", true);
        check("10.0.0.0/8", "::ffff:10.1.1.1", true);
        check("fd00::/8", "fd12::1", true);
        check("fd00::/8", "fe80::1", false);
        check("::/0", "10.0.0.1", false);
    }

    #[test]
    fn other_texts_are_no_networks() {
        for text in ["", "10.0.0.0/33", "::/129", "example.com", "10.0.0.0/", "10.0.0.0/-1"] {
            assert_eq!(Network::parse(text), None, "{text}");
        }
    }
}
