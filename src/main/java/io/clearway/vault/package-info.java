/// Secrets on disk: the keys of personal data, of pseudonyms and of signatures.
///
/// Public: [KeyVault] implements the codec's sealing port; [Pseudonyms] names people and plates
/// without telling who they are; [SigningKey] signs checkpoints; [DurableFile] writes small files
/// that survive a power cut; [BrokenSeal] and [DamagedVault] are faults. Everything lives under the
/// data folder, readable by its owner alone, and never in the database: a backup of the database
/// holds no key, and destroying a key is erasure. Never logs a key, a clear value or a subject.
@org.jspecify.annotations.NullMarked
package io.clearway.vault;
